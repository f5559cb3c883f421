package tsunagu.staff.store;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.time.Instant;
import java.util.UUID;

/** Who is signed in where. */
@JdbcRepository(dialect = Dialect.POSTGRES)
public interface SessionRepository extends CrudRepository<SessionRow, String> {

    @Query("update staff_session set last_seen_at = :at where token_hash = :tokenHash")
    void seen(String tokenHash, Instant at);

    @Query("update staff_session set flash = :flash where token_hash = :tokenHash")
    void tell(String tokenHash, @Nullable String flash);

    long deleteByAccount(UUID account);

    @Query("delete from staff_session where account = :account and token_hash <> :tokenHash")
    void deleteOthers(UUID account, String tokenHash);

    @Query("delete from staff_session where ends_at <= :now or last_seen_at <= :idleSince")
    long deleteEnded(Instant now, Instant idleSince);
}
