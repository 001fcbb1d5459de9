package io.dunlin.intake;

/**
 * A file as it came.
 *
 * @param size in bytes
 * @param charset character set of its text
 */
public record Upload(UploadId id, String fileName, long size, String charset) {}
