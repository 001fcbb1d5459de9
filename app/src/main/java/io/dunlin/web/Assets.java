package io.dunlin.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Properties;
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

    /**
     * Address of a file of a library.
     *
     * @param project group and artefact of the library's jar, such as {@code org.webjars.npm/tabler__core}
     * @param path address with {@code VERSION} where the version stands
     */
    public static String library(String project, String path) {
        return KNOWN.computeIfAbsent(path, any -> path.replace("VERSION", version(project)));
    }

    private static String version(String project) {
        var properties = new Properties();
        try (var file = FILES.getResource("classpath:META-INF/maven/" + project + "/pom.properties")
                .getInputStream()) {
            properties.load(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return properties.getProperty("version");
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
