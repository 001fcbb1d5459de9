package io.dunlin;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import org.jooq.PlainSQL;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Controller;

/** What the house does not do, whoever writes it. */
@AnalyzeClasses(packages = "io.dunlin", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTest {
    @ArchTest
    static final ArchRule time_comes_from_the_clock = noClasses()
            .should()
            .callMethodWhere(describe(
                    "it asks the machine for the time and not the clock that tests can set",
                    HouseRulesTest::isNowWithoutClock));

    @ArchTest
    static final ArchRule sql_is_built_and_never_concatenated = noClasses()
            .that()
            .resideOutsideOfPackage("..tables..")
            .should()
            .callMethodWhere(target(annotatedWith(PlainSQL.class)));

    @ArchTest
    static final ArchRule pages_never_touch_the_database = noClasses()
            .that()
            .areMetaAnnotatedWith(Controller.class)
            .or()
            .resideInAPackage("..web..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.jooq..", "..tables..", "java.sql..", "org.springframework.jdbc..");

    @ArchTest
    static final ArchRule dependencies_arrive_through_the_constructor =
            fields().should().notBeAnnotatedWith(Autowired.class).andShould().notBeAnnotatedWith(Value.class);

    @ArchTest
    static final ArchRule the_tenant_does_not_get_lost_on_another_thread =
            methods().should().notBeAnnotatedWith(Async.class);

    @ArchTest
    static final ArchRule the_kernel_knows_no_framework = noClasses()
            .that()
            .resideInAPackage("io.dunlin.kernel..")
            .and()
            .doNotHaveSimpleName("package-info")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "org.jooq..", "java.sql..", "jakarta..");

    @ArchTest
    static final ArchRule extensions_stay_private = classes()
            .that()
            .resideInAnyPackage("..indicator..", "..report..", "..action..", "..assignment..")
            .should()
            .notBePublic()
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule names_say_what_a_thing_is = noClasses()
            .should()
            .haveNameMatching(".*(Util|Utils|Helper|Impl|Dto)")
            .allowEmptyShould(true);

    private static boolean isNowWithoutClock(JavaCall<?> call) {
        JavaClass owner = call.getTargetOwner();
        if (owner.isEquivalentTo(System.class)) {
            return call.getName().equals("currentTimeMillis");
        }
        return call.getName().equals("now")
                && owner.getPackageName().equals("java.time")
                && call.getTarget().getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
    }
}
