package tsunagu.library.contradiction;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tsunagu.areas.Municipalities;
import tsunagu.areas.MunicipalityId;
import tsunagu.documents.DocumentId;
import tsunagu.documents.DocumentLibrary;
import tsunagu.documents.Passage;

/** Looks for what a document says otherwise than what residents are told today. */
@Singleton
public final class Contradictions {
    private static final int MOST = 30;
    /** Words that say nothing of the subject, as every second sentence has them. */
    private static final Set<String> EVERYWHERE =
            Set.of("電話", "電話番号", "番号", "年度", "令和", "平成", "昭和", "合計", "現在", "以上", "以下", "午前", "午後", "場合", "住所");

    private static final double LEAST_SHARE = 0.6;

    private final Municipalities municipalities;
    private final DocumentLibrary library;

    Contradictions(Municipalities municipalities, DocumentLibrary library) {
        this.municipalities = municipalities;
        this.library = library;
    }

    /**
     * What a document that is not told yet says otherwise than what residents are told today, facts first.
     *
     * @param succeeds id of the document it takes the place of, with which it is not compared; may be empty
     */
    public List<Contradiction> list(DocumentLibrary.Print print, String succeeds) {
        return list(
                DocumentLibrary.read(print).passages(),
                print.document().municipality(),
                Set.of(print.document().id(), new DocumentId(succeeds)));
    }

    /**
     * What the passages say otherwise.
     *
     * @param own documents not to compare with: the document itself, and the one it takes the place of
     */
    private List<Contradiction> list(List<Passage> passages, String municipality, Set<DocumentId> own) {
        List<Statement> here = Statement.listAll(passages);
        if (here.isEmpty()) return List.of();
        var there = new ArrayList<Statement>();
        municipalities
                .findMunicipality(new MunicipalityId(municipality))
                .ifPresent(one -> there.addAll(Facts.listStatements(one)));
        there.addAll(Statement.listAll(library.listPassages().stream()
                .filter(passage -> passage.document().municipality().equals(municipality))
                .filter(passage -> !own.contains(passage.document().id()))
                .toList()));
        Set<String> names = new HashSet<>(EVERYWHERE);
        municipalities
                .findMunicipality(new MunicipalityId(municipality))
                .ifPresent(one -> names.add(one.title().written()));
        return compare(here, there, names);
    }

    private static List<Contradiction> compare(List<Statement> here, List<Statement> there, Set<String> ignored) {
        Map<String, List<Statement>> byWord = new HashMap<>();
        for (Statement one : here) {
            for (String word : one.words())
                byWord.computeIfAbsent(word, _ -> new ArrayList<>()).add(one);
        }
        var found = new LinkedHashMap<List<String>, Contradiction>();
        for (Statement other : there) {
            for (Statement one : candidates(byWord, other.words(), ignored)) {
                if (found.size() == MOST) return List.copyOf(found.values());
                Set<String> shared = shared(one, other, ignored);
                if (!contradict(one, other, shared, ignored) || isSaidToo(here, one, other)) continue;
                var key = List.of(
                        one.figure().said(), one.sentence(), other.figure().value());
                String subject = String.join("、", new TreeSet<>(shared));
                found.putIfAbsent(
                        key,
                        new Contradiction(
                                one.figure().kind().label(),
                                subject,
                                Contradiction.Said.of(one),
                                Contradiction.Said.of(other)));
            }
        }
        return List.copyOf(found.values());
    }

    private static Collection<Statement> candidates(
            Map<String, List<Statement>> byWord, Set<String> words, Set<String> ignored) {
        var candidates = new LinkedHashSet<Statement>();
        for (String word : words) if (!ignored.contains(word)) candidates.addAll(byWord.getOrDefault(word, List.of()));
        return candidates;
    }

    private static Set<String> shared(Statement one, Statement other, Set<String> ignored) {
        var shared = new HashSet<>(one.words());
        shared.retainAll(other.words());
        shared.removeAll(ignored);
        return shared;
    }

    private static boolean contradict(Statement one, Statement other, Set<String> shared, Set<String> ignored) {
        Figure here = one.figure();
        Figure there = other.figure();
        if (here.kind() != there.kind() || !here.unit().equals(there.unit()) || agree(here, there)) return false;
        double fewer = Math.min(count(one.words(), ignored), count(other.words(), ignored));
        boolean named = switch (here.kind()) {
            // Whose number or address it is, one name tells.
            case TELEPHONE, POSTCODE, ADDRESS -> shared.stream().anyMatch(word -> word.length() >= 4);
            case MONEY, DATE, TIME, COUNT -> shared.size() >= 2;
        };
        return named && shared.size() >= LEAST_SHARE * fewer;
    }

    private static double count(Set<String> words, Set<String> ignored) {
        return words.stream().filter(word -> !ignored.contains(word)).count();
    }

    /** A year alone agrees with each day of it. */
    private static boolean agree(Figure here, Figure there) {
        String one = here.value().replace("年度", "年");
        String other = there.value().replace("年度", "年");
        return one.equals(other)
                || here.kind() == Figure.Kind.DATE
                        && (one.startsWith(other)
                                || other.startsWith(one)
                                || one.endsWith(other)
                                || other.endsWith(one));
    }

    /** The document itself has the other figure in such a sentence as well: it tells of both. */
    private static boolean isSaidToo(List<Statement> here, Statement one, Statement other) {
        return here.stream()
                .filter(each -> each.sentence().equals(one.sentence()))
                .anyMatch(
                        each -> each.figure().kind() == other.figure().kind() && agree(each.figure(), other.figure()));
    }
}
