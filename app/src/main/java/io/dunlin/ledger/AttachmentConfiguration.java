package io.dunlin.ledger;

import io.dunlin.database.DatabaseSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AttachmentConfiguration {
    /** Beside the folder of the database, where nothing else is said. */
    @Bean
    AttachmentPlace attachmentPlace(AttachmentSettings settings, DatabaseSettings database) {
        var chosen = settings.folder();
        return new AttachmentPlace(
                (chosen == null ? database.folder().resolveSibling("attachments") : chosen).toAbsolutePath());
    }
}
