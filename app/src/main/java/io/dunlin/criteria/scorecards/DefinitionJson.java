package io.dunlin.criteria.scorecards;

import io.dunlin.criteria.Criteria;
import io.dunlin.criteria.CriteriaJson;
import org.jooq.JSONB;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** How the definitions of scorecards are stored; criteria in them as they are anywhere else. */
final class DefinitionJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new SimpleModule()
                    .addSerializer(Criteria.class, new Written())
                    .addDeserializer(Criteria.class, new Read()))
            .build();

    private DefinitionJson() {}

    static JSONB write(Definition definition) {
        return JSONB.valueOf(MAPPER.writeValueAsString(definition));
    }

    static Definition read(JSONB json) {
        return MAPPER.readValue(json.data(), Definition.class);
    }

    private static final class Written extends ValueSerializer<Criteria> {
        @Override
        public void serialize(Criteria criteria, JsonGenerator json, SerializationContext context) {
            json.writeRawValue(CriteriaJson.write(criteria));
        }
    }

    private static final class Read extends ValueDeserializer<Criteria> {
        @Override
        public Criteria deserialize(JsonParser json, DeserializationContext context) {
            return CriteriaJson.read(context.readTree(json).toString());
        }
    }
}
