import java.nio.file.Files;
import java.nio.file.Path;
import org.codelibs.opensearch.runner.OpenSearchRunner;

/**
 * One node of an OpenSearch cluster in a process of its own. It is no class of the tests: OpenSearch's jars and theirs
 * know nothing of each other, so Java compiles it when it is started. It ends when its standard input does, also where
 * whoever started it was killed.
 */
class ClusterNode {
    /** Arguments: folder, name, port for HTTP, port for the nodes, and the ports of all nodes with commas. */
    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        Files.createDirectories(folder.resolve("config"));
        Files.writeString(folder.resolve("config/opensearch.yml"), "");
        // The settings are those of a default cluster with the names and ports of this one.
        var runner = new OpenSearchRunner();
        runner.onBuild((number, settings) -> {
            settings.put("node.name", args[1]);
            settings.put("http.port", args[2]);
            settings.put("transport.port", args[3]);
            settings.put("network.host", "127.0.0.1");
            settings.put("discovery.type", "zen");
            settings.putList("discovery.seed_hosts", seeds(args[4]));
            settings.putList("cluster.initial_cluster_manager_nodes", "node-1");
            // A busy machine is slow; that alone makes nobody leave the cluster.
            settings.put("cluster.fault_detection.leader_check.timeout", "30s");
            settings.put("cluster.fault_detection.follower_check.timeout", "30s");
            settings.put("cluster.routing.allocation.disk.threshold_enabled", "false");
        });
        runner.build(
                "-basePath", folder.toString(),
                "-confPath", folder.resolve("config").toString(),
                "-clusterName", "tsunagu-test",
                "-numOfNode", "1",
                "-disableESLogger",
                "-pluginTypes", "org.opensearch.plugin.analysis.kuromoji.AnalysisKuromojiPlugin");
        System.out.println("started " + args[1]);
        while (System.in.read() >= 0) {
            // Nothing is ever said.
        }
        Runtime.getRuntime().halt(0);
    }

    private static String[] seeds(String ports) {
        String[] seeds = ports.split(",");
        for (int i = 0; i < seeds.length; i++) seeds[i] = "127.0.0.1:" + seeds[i];
        return seeds;
    }
}
