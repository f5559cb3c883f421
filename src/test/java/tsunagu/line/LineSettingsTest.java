package tsunagu.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.PropertySource;
import io.micronaut.context.env.PropertySource.PropertyConvention;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tsunagu.line.fake.FakeLine;
import tsunagu.line.fake.LineWebhook;

class LineSettingsTest {
    private static final byte[] NO_EVENTS = "{\"events\":[]}".getBytes(StandardCharsets.UTF_8);

    @Test
    void without_line_settings_the_server_starts_and_the_webhook_says_not_found() {
        Map<String, Object> nothing = Map.of("line.channels.default.secret", "", "line.channels.default.token", "");
        try (LineTown town = LineTown.open(nothing)) {
            HttpResponse<String> response = town.webhook().deliver(NO_EVENTS);

            assertThat(response.statusCode()).isEqualTo(404);
            assertThat(response.body()).contains("No LINE channel of this name is set up here.");
        }
    }

    @Test
    void each_channel_has_its_own_secret() {
        Map<String, Object> second = Map.of(
                "line.channels.second-town.secret", "another secret",
                "line.channels.second-town.token", "another-token",
                "line.channels.second-town.municipality", "machida");
        try (LineTown town = LineTown.open(second)) {
            LineWebhook right = town.line.webhook("second-town", "another secret");
            LineWebhook wrong = town.line.webhook("second-town", FakeLine.SECRET);

            assertThat(right.deliver(NO_EVENTS).statusCode()).isEqualTo(200);
            assertThat(wrong.deliver(NO_EVENTS).statusCode()).isEqualTo(401);
            assertThat(town.webhook().deliver(NO_EVENTS).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void the_environment_variables_that_the_sentences_name_are_read() {
        Map<String, Object> environment = Map.of(
                "LINE_CHANNELS_SECOND_TOWN_SECRET", "x",
                "LINE_CHANNELS_SECOND_TOWN_TOKEN", "another-token");
        Map<String, Object> file = Map.of(
                "line.channels.second-town.secret", "",
                "line.channels.second-town.municipality", "machida",
                "datasources.default.url", LineTown.inMemory());
        var variables = PropertySource.of(
                "environment",
                environment,
                PropertyConvention.ENVIRONMENT_VARIABLE,
                PropertySource.Origin.of("environment"));
        try (var context = ApplicationContext.builder()
                .propertySources(PropertySource.of("file", file, -100), variables)
                .start()) {
            LineChannels channels = context.getBean(LineChannels.class);

            assertThat(channels.findByName("second-town")
                            .map(channel -> channel.account().token()))
                    .contains("another-token");
            assertThat(channels.findByName("second")).isEmpty();
        }
    }

    @Test
    void a_secret_copied_with_a_line_break_still_fits() {
        try (LineTown town = LineTown.open(Map.of("line.channels.default.secret", FakeLine.SECRET + "\n"))) {
            assertThat(town.webhook().deliver(NO_EVENTS).statusCode()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "line.channels.default.token, '', LINE_CHANNEL_TOKEN",
        "line.channels.default.token, 'half a token', LINE_CHANNEL_TOKEN",
        "line.channels.default.token, トークン, LINE_CHANNEL_TOKEN",
        "line.channels.default.municipality, ' ', config/municipalities",
        "line.channels.default.municipality, nishitokio, there is no config/municipalities/nishitokio.yml",
        "line.channels.second-town.secret, x, LINE_CHANNELS_SECOND_TOWN_TOKEN",
        "line.api-url, '', LINE_API_URL",
        "line.api-url, api.line.me, https://api.line.me",
        "line.api-url, ftp://api.line.me, https://api.line.me",
        "line.api-url, https://api.line.me/v2/bot, without a path",
        "line.api-url, https://, https://api.line.me",
        "line.api-url, 'https://api line me', https://api.line.me",
        "line.timeout, 0s, such as 8s",
        "line.timeout, 30s, at most 20 seconds"
    })
    void a_setting_that_cannot_work_stops_the_start_with_a_sentence(String key, String value, String advice) {
        String named = key.replace("second-town.secret", "second-town.token");

        assertThatThrownBy(() -> start(Map.of(key, value)))
                .rootCause()
                .hasMessageContaining(named)
                .hasMessageContaining(advice)
                .message()
                .doesNotContain("half a token", "トークン", FakeLine.SECRET);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://api.line.me", "https://api.line.me/", "http://localhost:12345", "http://[::1]:9"})
    void addresses_of_line_and_of_test_servers_are_taken(String url) {
        start(Map.of("line.api-url", url));
    }

    @Test
    void a_token_without_a_secret_leaves_the_channel_off() {
        start(Map.of("line.channels.default.secret", "", "line.channels.default.token", "token"));
    }

    /** The settings of a channel that is in order, but for the given ones. */
    private static void start(Map<String, Object> wrong) {
        var settings = new HashMap<String, Object>(Map.of(
                "line.channels.default.secret",
                FakeLine.SECRET,
                "line.channels.default.token",
                FakeLine.TOKEN,
                "datasources.default.url",
                LineTown.inMemory(),
                "micronaut.health.monitor.enabled",
                false));
        settings.putAll(wrong);
        ApplicationContext.run(PropertySource.of("test", settings)).close();
    }
}
