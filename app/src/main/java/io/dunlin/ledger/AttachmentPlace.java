package io.dunlin.ledger;

import java.nio.file.Path;

/** The folder in which attachments lie. */
public record AttachmentPlace(Path folder) {}
