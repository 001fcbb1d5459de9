package io.dunlin.intake;

/**
 * A file as it came.
 *
 * @param size in bytes
 * @param charset character set of its text; empty for a workbook
 */
public record Upload(UploadId id, String fileName, long size, String charset) {
    boolean isText() {
        return !charset.isEmpty();
    }
}
