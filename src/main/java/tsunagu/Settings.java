package tsunagu;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.ApplicationContextBuilder;
import io.micronaut.context.ApplicationContextConfigurer;
import io.micronaut.context.annotation.ContextConfigurer;
import io.micronaut.context.env.Environment;
import io.micronaut.context.env.PropertySource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Gives every context, of the server, of a command or of a test, the same settings: {@code application.yml} from where
 * it is, {@code tsunagu.config}, {@code tsunagu.seeds} and {@code tsunagu.data} as absolute paths, and
 * {@code tsunagu.address} without a slash at its end.
 *
 * <p>A relative {@code tsunagu.seeds} counts from the folder that holds {@code config/}, as the documents belong to the
 * settings; a relative {@code tsunagu.data}, and what an environment variable says, from the working directory.
 */
@ContextConfigurer
public class Settings implements ApplicationContextConfigurer {
    /** Runs beside the server of the same copy: touches neither its database nor its data folder. */
    static final String COMMAND_ENVIRONMENT = "command";

    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s/?#]+(/[^\\s?#]*)?");

    private final SettingsFile file = file();

    static SettingsFile file() {
        return SettingsFile.locate(
                Optional.ofNullable(System.getProperty("tsunagu.config", System.getenv("TSUNAGU_CONFIG"))));
    }

    @Override
    public void configure(ApplicationContextBuilder builder) {
        file.check();
        builder.overrideConfigLocations("classpath:/", "file:" + file.folder() + "/");
    }

    @Override
    public void configure(ApplicationContext context) {
        Environment environment = context.getEnvironment();
        Path home = file.folder().resolveSibling("");
        Path seedsFrom = System.getenv("TSUNAGU_SEEDS") == null ? home : Path.of("");
        Path seeds = seedsFrom.resolve(required(environment, "tsunagu.seeds")).toAbsolutePath();
        Path data = Path.of(required(environment, "tsunagu.data")).toAbsolutePath();
        environment.addPropertySource(PropertySource.of(
                "tsunagu-made-whole",
                Map.of(
                        "tsunagu.config", file.folder().toString(),
                        "tsunagu.seeds", seeds.normalize().toString(),
                        "tsunagu.data", data.normalize().toString(),
                        "tsunagu.address", address(environment)),
                Integer.MAX_VALUE));
        if (!environment.getActiveNames().contains(COMMAND_ENVIRONMENT)) makeWritable(data.normalize());
    }

    private String required(Environment environment, String key) {
        return environment
                .getProperty(key, String.class)
                .filter(value -> !value.isBlank())
                .orElseThrow(() -> new WrongSettings(file.shownAs() + " に " + key + " を書いてください。"));
    }

    /** Empty, or such that a path can follow. */
    private String address(Environment environment) {
        String address = environment
                .getProperty("tsunagu.address", String.class)
                .orElse("")
                .strip();
        if (!address.isEmpty() && !ADDRESS.matcher(address).matches()) {
            throw new WrongSettings(file.shownAs() + " の tsunagu.address（環境変数 TSUNAGU_ADDRESS）には、"
                    + "https://tsunagu.example.jp のような、住民から見たこのサーバーのアドレスを書いてください。");
        }
        return address.replaceAll("/+$", "");
    }

    private static void makeWritable(Path data) {
        try {
            Files.createDirectories(data);
            Files.delete(Files.createTempFile(data, "writable", null));
        } catch (IOException e) {
            throw new WrongSettings("データのフォルダー（tsunagu.data、環境変数 TSUNAGU_DATA）の "
                    + SettingsFile.shown(data)
                    + " に書き込めません。書き込めるフォルダーにするか、権限を直してください。");
        }
    }
}
