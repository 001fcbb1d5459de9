package io.dunlin.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Addresses of style sheets and scripts that change with their content, so that browsers may keep them for a year. */
public final class Assets {
    private static final PathMatchingResourcePatternResolver FILES = new PathMatchingResourcePatternResolver();
    private static final Map<String, String> KNOWN = new ConcurrentHashMap<>();

    private Assets() {}

    /** Address of a file of ours, such as {@code css/frame.css}. */
    public static String own(String path) {
        return KNOWN.computeIfAbsent(
                path, any -> "/" + path + "?v=" + digest(FILES.getResource("classpath:static/" + path)));
    }

    /** Address of a file of a library whose version stands in its path, such as {@code webjars/tabler__core/*}{@code /dist/css/tabler.min.css}. */
    public static String library(String pattern) {
        return KNOWN.computeIfAbsent(pattern, any -> {
            try {
                var found = FILES.getResources("classpath*:META-INF/resources/" + pattern);
                if (found.length != 1) {
                    throw new IllegalStateException("%d files match %s".formatted(found.length, pattern));
                }
                var url = found[0].getURL().toString();
                return url.substring(url.indexOf("META-INF/resources") + "META-INF/resources".length());
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        });
    }

    private static String digest(Resource file) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(file.getContentAsByteArray());
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
