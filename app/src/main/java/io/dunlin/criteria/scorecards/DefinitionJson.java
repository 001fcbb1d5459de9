package io.dunlin.criteria.scorecards;

import org.jooq.JSONB;
import tools.jackson.databind.json.JsonMapper;

/** How the definitions of scorecards are stored. */
final class DefinitionJson {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private DefinitionJson() {}

    static JSONB write(Definition definition) {
        return JSONB.valueOf(MAPPER.writeValueAsString(definition));
    }

    static Definition read(JSONB json) {
        return MAPPER.readValue(json.data(), Definition.class);
    }
}
