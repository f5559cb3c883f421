package tsunagu.conversation.memory;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Groups of questions nobody could answer. */
@JdbcRepository(dialect = Dialect.POSTGRES)
public interface QuestionGroupRepository extends CrudRepository<QuestionGroupRow, UUID> {

    Optional<QuestionGroupRow> findFirstByMunicipalityAndLikeness(String municipality, String likeness);

    /** Ordered by the whole index, without which H2 would sort every group. */
    @Query("""
        select * from question_group where municipality = :municipality
        order by municipality, last_asked_at desc limit :limit
        """)
    List<QuestionGroupRow> listRecent(String municipality, int limit);

    /** One question more. What was done and is asked again was not: it is new. */
    @Query("""
        update question_group set times = times + 1, words = :words, likeness = :likeness, last_asked_at = :at,
            state = case when state = 'done' then 'new' else state end
        where id = :id
        """)
    void askedAgain(UUID id, String words, String likeness, Instant at);

    @Query("""
        select * from question_group
        where state = :state and (times, last_asked_at, id) < (:times, :before, :beforeId)
        order by state, times desc, last_asked_at desc, id desc limit :limit
        """)
    List<QuestionGroupRow> listPage(String state, int times, Instant before, UUID beforeId, int limit);

    @Query("""
        select * from question_group
        where municipality = :municipality and state = :state
            and (times, last_asked_at, id) < (:times, :before, :beforeId)
        order by municipality, state, times desc, last_asked_at desc, id desc limit :limit
        """)
    List<QuestionGroupRow> listPage(
            String municipality, String state, int times, Instant before, UUID beforeId, int limit);

    long countByState(String state);

    long countByMunicipalityAndState(String municipality, String state);

    @Query("""
        update question_group set state = :state, taken_by = :takenBy, taken_by_name = :takenByName, note = :note,
            changed_at = :at
        where id = :id
        """)
    int change(UUID id, String state, @Nullable UUID takenBy, @Nullable String takenByName, String note, Instant at);

    /** Those whose count is no longer that of their questions: some of them have gone. */
    @Query("""
        select * from question_group where times <>
            (select count(*) from unanswered_question where unanswered_question.question_group = question_group.id)
        """)
    List<QuestionGroupRow> listMiscounted();

    @Query("""
        update question_group set times = :times, words = :words, likeness = :likeness,
            first_asked_at = :firstAskedAt, last_asked_at = :lastAskedAt
        where id = :id
        """)
    void recount(UUID id, int times, String words, String likeness, Instant firstAskedAt, Instant lastAskedAt);
}
