package io.dunlin.database;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.codegen.DefaultGeneratorStrategy;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.Definition;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.ForcedType;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.SchemaMappingType;
import org.jooq.meta.jaxb.Strategy;
import org.jooq.meta.jaxb.Target;

/** Writes the typed tables of every module schema from a migrated database. */
public final class GenerateTables {
    static final List<String> SCHEMAS = List.of("tenancy", "jobs", "ledger", "intake", "insights", "criteria");

    private GenerateTables() {}

    static void into(Path folder, String url) throws Exception {
        GenerationTool.generate(new Configuration()
                .withJdbc(new Jdbc().withDriver("org.postgresql.Driver").withUrl(url))
                .withGenerator(new Generator()
                        .withStrategy(new Strategy().withName(TablesInsideTheirModule.class.getName()))
                        .withGenerate(new Generate()
                                .withRecords(false)
                                .withJavadoc(false)
                                .withRoutines(false)
                                .withSequences(true)
                                .withDefaultCatalog(false)
                                .withGlobalObjectReferences(false)
                                .withGlobalTableReferences(true)
                                .withGlobalSequenceReferences(true)
                                .withGeneratedAnnotation(false))
                        .withDatabase(new Database()
                                .withName("org.jooq.meta.postgres.PostgresDatabase")
                                .withSchemata(SCHEMAS.stream()
                                        .map(schema -> new SchemaMappingType().withInputSchema(schema))
                                        .toList())
                                .withForcedTypes(ids()))
                        .withTarget(new Target()
                                .withPackageName("io.dunlin")
                                .withDirectory(folder.toString())
                                .withClean(false))));
    }

    private static List<ForcedType> ids() {
        return Stream.of(
                        id("io.dunlin.tenancy.TenantId", ".*\\.tenant_id"),
                        id("io.dunlin.tenancy.CompanyId", ".*\\.company_id|tenancy\\.company\\.id"),
                        id(
                                "io.dunlin.tenancy.UserId",
                                ".*\\.user_id|.*\\.created_by|.*\\.collector_id|tenancy\\.user_account\\.id"),
                        id("io.dunlin.jobs.JobId", ".*\\.job_id|jobs\\.job\\.id"),
                        id("io.dunlin.ledger.CustomerId", ".*\\.customer_id|ledger\\.customer\\.id"),
                        id("io.dunlin.ledger.DebtorId", ".*\\.debtor_id|ledger\\.debtor\\.id"),
                        id("io.dunlin.ledger.ItemId", ".*\\.item_id|ledger\\.item\\.id|ledger\\.item_before\\.id"),
                        id("io.dunlin.ledger.AttachmentId", "ledger\\.attachment\\.id"),
                        id("io.dunlin.intake.UploadId", ".*\\.upload_id|intake\\.upload\\.id"),
                        id("io.dunlin.intake.ImportId", "intake\\..*\\.import_id|intake\\.import\\.id"))
                .toList();
    }

    private static ForcedType id(String type, String columns) {
        return new ForcedType()
                .withUserType(type)
                .withConverter("org.jooq.Converter.ofNullable(Long.class, %s.class, %s::new, %s::value)"
                        .formatted(type, type, type))
                .withIncludeExpression(columns);
    }

    /** Tables of the schema {@code ledger} go to the package {@code io.dunlin.ledger.tables}. */
    public static final class TablesInsideTheirModule extends DefaultGeneratorStrategy {
        @Override
        public String getJavaPackageName(Definition definition, Mode mode) {
            var schema = definition.getSchema();
            return schema == null
                    ? super.getJavaPackageName(definition, mode)
                    : "io.dunlin.%s.tables".formatted(schema.getName());
        }
    }
}
