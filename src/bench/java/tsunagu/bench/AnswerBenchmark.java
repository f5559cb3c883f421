package tsunagu.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import tsunagu.areas.Municipalities;
import tsunagu.areas.MunicipalityId;
import tsunagu.areas.PlaceFinder;
import tsunagu.areas.PlaceReading;
import tsunagu.conversation.Reply;
import tsunagu.conversation.TestTown;
import tsunagu.documents.DocumentLibrary;
import tsunagu.knowledge.Finding;
import tsunagu.knowledge.Knowledge;

/**
 * One question after the other, as residents ask them, over the documents as they ship: the area in it, the passages
 * that answer, and the whole answer with its conversation in a database. Sampled, so that p99 stands beside the mean.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
public class AnswerBenchmark {
    private static final MunicipalityId USUAL = new MunicipalityId("nishitokyo");

    private List<String> questions;
    private PlaceFinder places;
    private Knowledge knowledge;
    private TestTown town;
    private int next;

    @Setup
    public void open() throws IOException {
        questions = Files.readAllLines(Path.of("src/bench/resources/questions.txt")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
        DocumentLibrary library = DocumentLibrary.read(Path.of("seeds"));
        places = new PlaceFinder(Municipalities.read(Path.of("config"), library));
        knowledge = Knowledge.of(library, Path.of("config/language"));
        town = TestTown.open();
    }

    @TearDown
    public void close() {
        town.close();
    }

    private String question() {
        next = (next + 1) % questions.size();
        return questions.get(next);
    }

    @Benchmark
    public PlaceReading area() {
        return places.read(question(), Optional.empty(), USUAL);
    }

    @Benchmark
    public Finding ranking() {
        return knowledge.find(question(), tsunagu.knowledge.Scope.preferring(USUAL.value()));
    }

    @Benchmark
    public Reply wholeAnswer() {
        return town.resident().says(question());
    }
}
