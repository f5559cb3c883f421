package tsunagu.conversation.memory;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface UnansweredRepository extends CrudRepository<UnansweredRow, UUID> {

    List<UnansweredRow> listByExpiresAtAfterOrderByAskedAtDesc(Instant now);

    List<UnansweredRow> listByConversationAndExpiresAtAfterOrderByAskedAtDesc(String conversation, Instant now);

    Optional<UnansweredRow> findFirstByConversationAndExpiresAtAfterOrderByAskedAtDesc(
            String conversation, Instant now);

    @Query("select id from unanswered_question where question_group = :questionGroup")
    List<UUID> listIdsOfGroup(UUID questionGroup);

    List<UnansweredRow> listByConversation(String conversation);

    List<UnansweredRow> listByMessage(String message);

    List<UnansweredRow> listByQuestionGroupIsNull();

    @Query("update unanswered_question set question_group = :questionGroup where id = :id")
    void sort(UUID id, UUID questionGroup);

    /** Newest first. */
    @Query("""
        select * from unanswered_question where question_group = :questionGroup
        order by asked_at desc limit :limit
        """)
    List<UnansweredRow> listOfGroup(UUID questionGroup, int limit);

    @Query("select count(*) from unanswered_question where question_group = :questionGroup")
    int countOfGroup(UUID questionGroup);

    @Query("select min(asked_at) from unanswered_question where question_group = :questionGroup")
    Instant findFirstOfGroup(UUID questionGroup);

    long deleteByConversation(String conversation);

    long deleteByMessage(String message);

    long deleteByExpiresAtBefore(Instant now);
}
