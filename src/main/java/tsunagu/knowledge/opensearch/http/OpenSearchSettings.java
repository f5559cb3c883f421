package tsunagu.knowledge.opensearch.http;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * The setting {@code knowledge.opensearch}: where the cluster is and how it is asked.
 *
 * @param addresses of its nodes, such as {@code https://search1.example.jp:9200}; each may be away
 * @param username empty where the cluster asks for none
 * @param trust a PEM file of the certificates that vouch for the cluster's; empty for those that Java trusts
 * @param prefix what the names of all its indices begin with
 * @param replicas copies of each index besides the first
 * @param timeout so long a resident's question may wait for the cluster in all
 * @param pause so long nobody waits for a cluster that did not answer
 */
@ConfigurationProperties("knowledge.opensearch")
public record OpenSearchSettings(
        @Bindable(defaultValue = "http://localhost:9200") List<String> addresses,
        @Bindable(defaultValue = "") String username,
        @Bindable(defaultValue = "") String password,
        @Bindable(defaultValue = "") String trust,
        @Bindable(defaultValue = "tsunagu") String prefix,
        @Bindable(defaultValue = "1") int replicas,
        @Bindable(defaultValue = "2s") Duration timeout,
        @Bindable(defaultValue = "3s") Duration pause) {
    private static final String KEY = "設定の誤り: config/application.yml の knowledge.opensearch.";
    private static final Duration SHORTEST = Duration.ofMillis(200);

    public OpenSearchSettings {
        addresses = addresses.stream()
                .map(String::strip)
                .filter(address -> !address.isEmpty())
                .toList();
    }

    /** Half of the patience for one node leaves as much to ask another. */
    Duration timeoutOfOneNode() {
        return timeout.dividedBy(2);
    }

    /** At these addresses, the rest as usual. */
    public static OpenSearchSettings at(List<String> addresses, String prefix) {
        return new OpenSearchSettings(addresses, "", "", "", prefix, 1, Duration.ofSeconds(2), Duration.ofSeconds(3));
    }

    /** @throws IllegalArgumentException with a Japanese sentence naming the key and what to do */
    List<URI> check() {
        if (addresses.isEmpty()) throw wrong("addresses", "が空です。https://search.example.jp:9200 のようなアドレスを書いてください。");
        List<URI> all = addresses.stream().map(OpenSearchSettings::address).toList();
        if (username.isBlank() != password.isBlank()) {
            throw wrong(username.isBlank() ? "username" : "password", "が空です。username と password は、両方書くか両方空にしてください。");
        }
        if (!prefix.matches("[a-z][a-z0-9-]{0,40}")) {
            throw wrong("prefix", "が「" + prefix + "」です。英小文字で始まる、英小文字と数字とハイフンの名前にしてください。");
        }
        if (replicas < 0 || replicas > 10) throw wrong("replicas", "が " + replicas + " です。0 から 10 までの整数を書いてください。");
        if (timeout.compareTo(SHORTEST) < 0) throw wrong("timeout", "が短すぎます。2s のような、200ms 以上の期間を書いてください。");
        if (pause.compareTo(SHORTEST) < 0) throw wrong("pause", "が短すぎます。3s のような、200ms 以上の期間を書いてください。");
        if (!trust.isBlank() && all.stream().noneMatch(OpenSearchSettings::isSecure)) {
            throw wrong("trust", "がありますが、addresses に https:// で始まるアドレスがありません。どちらかを直してください。");
        }
        return all;
    }

    private static URI address(String written) {
        try {
            var address = new URI(written);
            String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
            boolean complete = (scheme.equals("http") || scheme.equals("https"))
                    && address.getHost() != null
                    && address.getUserInfo() == null
                    && (address.getPath().isEmpty() || address.getPath().equals("/"));
            if (complete) return address;
        } catch (URISyntaxException e) {
            // The sentence below says how it should look.
        }
        throw wrong("addresses", "にある「" + written + "」はアドレスではありません。https://search.example.jp:9200 の形で書いてください。");
    }

    private static boolean isSecure(URI address) {
        return "https".equalsIgnoreCase(address.getScheme());
    }

    static IllegalArgumentException wrong(String key, String sentence) {
        return new IllegalArgumentException(KEY + key + " " + sentence);
    }

    static IllegalArgumentException wrong(String key, String sentence, Throwable cause) {
        return new IllegalArgumentException(KEY + key + " " + sentence, cause);
    }

    /** The password is nobody's business. */
    @Override
    public String toString() {
        return "OpenSearchSettings[addresses=" + addresses + ", prefix=" + prefix + "]";
    }
}
