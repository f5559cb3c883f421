package tsunagu;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Value;
import io.micronaut.core.annotation.AnnotationMetadata;
import io.micronaut.core.type.Argument;
import io.micronaut.inject.BeanDefinition;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Where settings and folders are found, and that every setting of the code stands in the settings file. */
@Isolated
class SettingsTest {
    @Test
    void findsTheSettingsInTheConfigFolderOfTheWorkingDirectory() {
        assertThat(SettingsFile.locate(Optional.empty()).path())
                .isEqualTo(Path.of("config/application.yml").toAbsolutePath());
    }

    @Test
    void takesTheFolderOrTheFileThatIsNamed() {
        Path folder = Path.of("/srv/town/config");
        assertThat(SettingsFile.locate(Optional.of("/srv/town/config")).folder())
                .isEqualTo(folder);
        assertThat(SettingsFile.locate(Optional.of("/srv/town/config/application.yml"))
                        .folder())
                .isEqualTo(folder);
    }

    @Test
    void givesTheFoldersAsAbsolutePaths() {
        try (var context = ApplicationContext.run(Map.of("tsunagu.data", "target/settings-test"))) {
            assertThat(context.getRequiredProperty("tsunagu.config", Path.class))
                    .isEqualTo(Path.of("config").toAbsolutePath());
            assertThat(context.getRequiredProperty("tsunagu.seeds", Path.class))
                    .isEqualTo(Path.of("seeds").toAbsolutePath());
            assertThat(context.getRequiredProperty("tsunagu.data", Path.class))
                    .isEqualTo(Path.of("target/settings-test").toAbsolutePath())
                    .isDirectory();
        }
    }

    @Test
    void keepsRelativeDocumentsBesideTheSettingsTheyBelongTo() {
        System.setProperty("tsunagu.config", "src/test/resources/elsewhere/config");
        try (var context = ApplicationContext.builder().build()) {
            context.getEnvironment().start();
            new Settings().configure(context);
            assertThat(context.getRequiredProperty("tsunagu.seeds", Path.class))
                    .isEqualTo(Path.of("src/test/resources/elsewhere/seeds").toAbsolutePath());
        } finally {
            System.clearProperty("tsunagu.config");
        }
    }

    /** Else whoever writes it into the file would be told that there is no such setting. */
    @Test
    void everySettingOfTheCodeStandsInTheSettingsFile() {
        Set<String> shown = SettingsFile.shippedKeys();
        Pattern ours = Pattern.compile(shown.stream()
                .map(key -> key.split("\\.")[0])
                .distinct()
                .collect(Collectors.joining("|", "\\b(", ")\\.[\\w.*-]+")));
        var missing = new TreeSet<String>();
        try (var context = ApplicationContext.run(Map.of("tsunagu.data", "target/settings-test"))) {
            context.getAllBeanDefinitions().stream()
                    .filter(definition -> isProduct(definition.getBeanType()))
                    .flatMap(definition -> settings(definition, ours))
                    .filter(key -> shown.stream().noneMatch(s -> s.equals(key) || s.startsWith(key + ".")))
                    .forEach(missing::add);
        }
        missing.remove("tsunagu.config");
        assertThat(missing).as("settings to show in config/application.yml").isEmpty();
    }

    private static boolean isProduct(Class<?> type) {
        return type.getName().startsWith("tsunagu.")
                && type.getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getPath()
                        .endsWith("/classes/");
    }

    private static Stream<String> settings(BeanDefinition<?> definition, Pattern ours) {
        Stream<AnnotationMetadata> arguments = Stream.concat(
                        Stream.of(definition.getConstructor().getArguments()),
                        definition.getInjectedMethods().stream().flatMap(m -> Arrays.stream(m.getArguments())))
                .map(Argument::getAnnotationMetadata);
        Stream<AnnotationMetadata> fields =
                definition.getInjectedFields().stream().map(field -> field.getAnnotationMetadata());
        return Stream.concat(arguments, fields)
                .flatMap(metadata -> Stream.concat(
                        metadata.stringValue(Property.class, "name").stream(),
                        metadata.stringValue(Value.class).stream()))
                .flatMap(text -> ours.matcher(text).results().map(match -> match.group()));
    }
}
