package tsunagu.groups.request;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface RequestRepository extends CrudRepository<RequestRow, UUID> {

    Optional<RequestRow> findFirstByConversationAndStateOrderByCreatedAtDesc(String conversation, String state);

    @Query("""
        select * from group_request where conversation = :conversation and state in ('new', 'passed-on', 'done')
            and expires_at > :now order by created_at, id
        """)
    List<RequestRow> listSent(String conversation, Instant now);

    /** @param municipality empty for all */
    @Query("""
        select * from group_request
        where (:municipality = '' or municipality = :municipality) and state = :state and expires_at > :now
        order by created_at, id limit 200
        """)
    List<RequestRow> list(String municipality, String state, Instant now);

    @Query("""
        select count(*) from group_request
        where (:municipality = '' or municipality = :municipality) and state = :state and expires_at > :now
        """)
    long count(String municipality, String state, Instant now);

    @Query("""
        select count(*) from group_request
        where stint = :stint and state in ('new', 'passed-on', 'done') and expires_at > :now
        """)
    long countOffers(long stint, Instant now);

    @Query("""
        update group_request set state = :state, revision = revision + 1, handled_name = :name, changed_at = :at
        where id = :id and revision = :revision
        """)
    int move(UUID id, long revision, String state, String name, Instant at);

    /** What the resident gave goes at once; that there was a request stays for staff, who may have passed it on. */
    @Query("""
        update group_request set state = 'withdrawn', revision = revision + 1, reach = '', changed_at = :at
        where id = :id
        """)
    int withdraw(UUID id, Instant at);

    long deleteByConversation(String conversation);

    long deleteByConversationAndState(String conversation, String state);

    long deleteByExpiresAtBefore(Instant now);
}
