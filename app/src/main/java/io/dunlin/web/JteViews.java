package io.dunlin.web;

import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.Ordered;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Resolves a view name such as {@code ledger/web/customers} to the compiled template beside its page class, and gives it its {@link Page}. */
@Component
public final class JteViews implements ViewResolver, Ordered, PageParts {
    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);
    private final Viewers viewers;
    private final Texts texts;
    private final List<MenuEntry> menu;
    private final List<TopBarPart> topBar;
    private final Optional<SavedViews> views;

    public JteViews(Viewers viewers, Texts texts, List<MenuEntry> menu) {
        this(viewers, texts, menu, List.of(), Optional.empty());
    }

    @Autowired
    JteViews(Viewers viewers, Texts texts, List<MenuEntry> menu, List<TopBarPart> topBar, Optional<SavedViews> views) {
        templates.setTrimControlStructures(true);
        this.topBar = topBar.stream()
                .sorted(Comparator.comparingInt(TopBarPart::order))
                .toList();
        this.viewers = viewers;
        this.views = views;
        this.texts = texts;
        this.menu =
                menu.stream().sorted(Comparator.comparingInt(MenuEntry::order)).toList();
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable View resolveViewName(String name, Locale locale) {
        var template = "io/dunlin/" + name + ".jte";
        if (!templates.hasTemplate(template)) {
            return null;
        }
        return (model, request, response) -> {
            var parameters = new HashMap<String, Object>();
            if (model != null) {
                parameters.putAll(model);
            }
            parameters.put("page", page(request));
            var output = new Utf8ByteOutput();
            templates.render(template, parameters, output);
            response.setContentType("text/html;charset=UTF-8");
            response.setContentLength(output.getContentLength());
            output.writeTo(response.getOutputStream());
        };
    }

    private Page page(HttpServletRequest request) {
        var token = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        var query = request.getQueryString();
        var viewer = viewers.current();
        return new Page(
                viewer,
                texts,
                request.getRequestURI() + (query == null ? "" : "?" + query),
                token == null ? "" : token.getToken(),
                menu.stream().filter(entry -> viewer.may(entry.right())).toList(),
                flash(request),
                this);
    }

    private static @Nullable Notice flash(HttpServletRequest request) {
        var flash = RequestContextUtils.getInputFlashMap(request);
        return switch (flash == null ? null : flash.get("notice")) {
            case Notice notice -> notice;
            case String key -> new Notice(key, List.of(), null);
            case null, default -> null;
        };
    }

    @Override
    public List<SavedView> views(String list) {
        return views.map(kept -> kept.of(list)).orElse(List.of());
    }

    @Override
    public List<Content> topBar(Page page) {
        return topBar.stream()
                .filter(TopBarPart::isShown)
                .<Content>map(part -> output -> {
                    var parameters = new HashMap<>(part.model());
                    parameters.put("page", page);
                    templates.render("io/dunlin/" + part.view() + ".jte", parameters, output);
                })
                .toList();
    }
}
