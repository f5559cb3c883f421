package tsunagu.knowledge.opensearch.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class CircuitTest {
    private long now;
    private final Circuit circuit = new Circuit(Duration.ofSeconds(3), () -> now);

    private void pass(int seconds) {
        now += Duration.ofSeconds(seconds).toNanos();
    }

    @Test
    void afterAFailureNobodyAsksForAWhileAndThenOneTries() {
        assertThat(circuit.mayAsk()).isTrue();
        assertThat(circuit.failed()).as("news").isTrue();
        assertThat(circuit.mayAsk()).isFalse();
        pass(2);
        assertThat(circuit.mayAsk()).isFalse();
        pass(1);
        assertThat(circuit.mayAsk()).isTrue();
        assertThat(circuit.mayAsk()).as("one is enough").isFalse();
        assertThat(circuit.failed()).as("no news").isFalse();
        assertThat(circuit.mayAsk()).isFalse();
        pass(3);
        assertThat(circuit.mayAsk()).isTrue();
        assertThat(circuit.worked()).as("news").isTrue();
        assertThat(circuit.mayAsk()).isTrue();
        assertThat(circuit.mayAsk()).isTrue();
        assertThat(circuit.worked()).as("no news").isFalse();
    }
}
