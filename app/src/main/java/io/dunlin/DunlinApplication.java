package io.dunlin;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.modulith.Modulithic;

/** Starts the platform: one application made of the modules beside this class. */
@SpringBootApplication
@ConfigurationPropertiesScan
@Modulithic(
        systemName = "Dunlin",
        sharedModules = {"kernel", "database", "tenancy"})
public class DunlinApplication {
    public static void main(String[] arguments) {
        SpringApplication.run(DunlinApplication.class, arguments);
    }
}
