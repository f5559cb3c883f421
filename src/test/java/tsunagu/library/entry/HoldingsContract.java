package tsunagu.library.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.micronaut.context.ApplicationContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tsunagu.Databases;
import tsunagu.documents.DocumentId;
import tsunagu.documents.DocumentLibrary;
import tsunagu.documents.SourceDocument;
import tsunagu.library.print.Copy;
import tsunagu.library.reading.FileKind;
import tsunagu.library.reading.FileReading;
import tsunagu.staff.AuditTrail;
import tsunagu.staff.Member;
import tsunagu.staff.Role;

/** What the documents of staff promise on every database. */
abstract class HoldingsContract {
    private static final String TOWN = "nishitokyo";
    private static final String SEED = "nishitokyo-tsushin-17";

    private final Member editor = member("青木", Role.EDITOR);
    private final Member approver = member("馬場", Role.APPROVER);
    private ApplicationContext context;
    private Holdings holdings;
    private DocumentLibrary library;

    abstract Databases database();

    @BeforeEach
    void open() {
        context = ApplicationContext.run(database().settings());
        holdings = context.getBean(Holdings.class);
        library = context.getBean(DocumentLibrary.class);
    }

    @AfterEach
    void close() {
        context.close();
    }

    private static Member member(String name, Role role) {
        return new Member(UUID.randomUUID(), name, role, Optional.of(TOWN));
    }

    private static Content content(String title, String succeeds) {
        return new Content(
                title, "協働コミュニティ課", Optional.of(LocalDate.of(2026, 10, 1)), 0, SourceDocument.Status.FINAL, succeeds);
    }

    private static Holdings.Upload upload(String text, byte[] bytes) {
        var copy = new Copy("", text, List.of(1, 3), List.of(new Copy.LeftOut(2, "- 2 -", "ページ番号")));
        return new Holdings.Upload(bytes, "資料.pdf", new FileReading(FileKind.PDF, copy));
    }

    private Holding create(String title, String succeeds) {
        return holdings.create(
                TOWN, content(title, succeeds), upload("一枚目の文です。\n\n二枚目の文です。\n", new byte[] {1}), editor);
    }

    private Holding publish(Holding holding) {
        Holding submitted = done(holdings.take(Step.SUBMIT, holding, editor, ""));
        return done(holdings.take(Step.PUBLISH, submitted, approver, ""));
    }

    private static Holding done(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done) outcome).holding();
    }

    private List<String> told() {
        library.follow();
        return library.listDocuments().stream().map(SourceDocument::title).toList();
    }

    @Test
    void whatIsKeptComesBackAsItWas() {
        byte[] large = new byte[3_000_000];
        new Random(7).nextBytes(large);
        Holding made = holdings.create(TOWN, content("手引き", ""), upload("文。\n\n次の頁。\n", large), editor);
        Holding found = holdings.find(made.id(), approver).orElseThrow();

        assertThat(found).isEqualTo(made);
        assertThat(found.state()).isEqualTo(State.DRAFT);
        assertThat(found.content()).isEqualTo(content("手引き", ""));
        assertThat(found.file().copy().pages()).containsExactly(1, 3);
        assertThat(found.file().copy().leftOut()).containsExactly(new Copy.LeftOut(2, "- 2 -", "ページ番号"));
        assertThat(holdings.findOriginal(found.file().original())).hasValue(large);
        var stranger = new Member(UUID.randomUUID(), "他所", Role.ADMINISTRATOR, Optional.of("machida"));
        assertThat(holdings.find(made.id(), stranger)).isEmpty();
    }

    @Test
    void residentsAreToldFromTheOldUntilTheNewIsPublished() {
        Holding first = publish(create("手引き 第1版", ""));
        assertThat(told()).contains("手引き 第1版");
        Holding second = done(
                holdings.save(first, content("手引き 第2版", ""), Optional.of(upload("新しい文です。\n", new byte[] {2})), editor));
        assertThat(second.isLiveBehind()).isTrue();
        assertThat(told()).contains("手引き 第1版").doesNotContain("手引き 第2版");

        Holding now = publish(second);
        assertThat(told()).contains("手引き 第2版").doesNotContain("手引き 第1版");
        assertThat(library.listPassages(now.documentId()))
                .extracting(
                        passage -> passage.body().text(),
                        passage -> passage.page().getAsInt())
                .containsExactly(tuple("新しい文です。", 1));
        assertThat(holdings.listVersions(now)).hasSize(2);

        done(holdings.take(Step.WITHDRAW, now, approver, "古くなった"));
        assertThat(told()).doesNotContain("手引き 第2版");
        assertThat(holdings.findLive(now.id())).isEmpty();
        assertThat(context.getBean(AuditTrail.class).listLines(Optional.of(TOWN), Optional.empty(), 20))
                .extracting(AuditTrail.Line::action)
                .contains("資料を作成", "資料：公開する", "資料：取り下げる");
    }

    @Test
    void aSuccessorSilencesWhatItReplacesAlsoOnceItIsWithdrawn() {
        String seed = library.getDocument(new DocumentId(SEED)).title();
        Holding old = publish(create("古い手引き", ""));
        assertThat(told()).contains(seed, "古い手引き");

        create("まだ公開されない後継", SEED);
        Holding next = publish(create("新しい手引き", old.documentId().value()));
        Holding letter = publish(create("新しい通信", SEED));
        assertThat(told()).contains("新しい手引き", "新しい通信").doesNotContain(seed, "古い手引き");
        assertThat(library.findDocument(new DocumentId(SEED))).isPresent();

        done(holdings.take(Step.WITHDRAW, letter, approver, ""));
        assertThat(told()).doesNotContain(seed, "新しい通信");
        assertThat(holdings.goesInACircle(old.documentId(), next.documentId())).isTrue();
        assertThat(holdings.goesInACircle(next.documentId(), old.documentId())).isFalse();
    }

    @Test
    void whoMadeAVersionCannotPublishItAndNobodyWhatTheyHaveNotSeen() {
        Holding own = holdings.create(TOWN, content("手引き", ""), upload("文。\n", new byte[] {1}), approver);
        Holding submitted = done(holdings.take(Step.SUBMIT, own, approver, ""));
        assertThat(holdings.take(Step.PUBLISH, submitted, approver, "")).isInstanceOf(Outcome.FourEyes.class);
        assertThat(holdings.take(Step.PUBLISH, submitted, editor, "")).isInstanceOf(Outcome.NotAllowed.class);
        assertThat(holdings.save(own, content("他", ""), Optional.empty(), editor))
                .isInstanceOf(Outcome.Conflict.class);
        assertThat(told()).doesNotContain("手引き");
    }

    @Test
    void onlyWhatNobodyWasToldCanBeDeletedAndThenNothingIsLeft() {
        Holding draft = create("まちがい", "");
        assertThat(holdings.delete(draft, editor)).isTrue();
        assertThat(holdings.find(draft.id(), editor)).isEmpty();
        assertThat(holdings.findOriginal(draft.file().original())).isEmpty();

        Holding told = publish(create("公開した", ""));
        Holding again = done(holdings.save(told, content("直した", ""), Optional.empty(), editor));
        assertThat(again.file().original()).isEqualTo(told.file().original());
        assertThat(holdings.delete(again, editor)).isFalse();
        assertThat(holdings.findOriginal(told.file().original())).isPresent();
    }
}
