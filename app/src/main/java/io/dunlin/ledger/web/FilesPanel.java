package io.dunlin.ledger.web;

import io.dunlin.kernel.Right;
import io.dunlin.ledger.Attachments;
import io.dunlin.ledger.CustomerFile;
import io.dunlin.ledger.CustomerPanel;
import java.util.Map;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;

/** The files of the customer and of its items. */
@Component
class FilesPanel implements CustomerPanel {
    static final String CODE = "files";

    private final FilesViews views;
    private final Attachments attachments;

    FilesPanel(FilesViews views, Attachments attachments) {
        this.views = views;
        this.attachments = attachments;
    }

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public String label() {
        return "ledger.files.tab";
    }

    @Override
    public int order() {
        return 55;
    }

    @Override
    public Right right() {
        return Right.SEE_CUSTOMERS;
    }

    @Override
    public String template() {
        return "ledger/web/filesPanel";
    }

    @Override
    public OptionalLong count(CustomerFile file) {
        return OptionalLong.of(attachments.count(file.id()));
    }

    @Override
    public Map<String, Object> show(CustomerFile file, Map<String, String> parameters) {
        return Map.of("files", views.of(file));
    }
}
