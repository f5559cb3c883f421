package tsunagu.staff.store;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.time.Instant;

/** Invitations that were given out. */
@JdbcRepository(dialect = Dialect.POSTGRES)
public interface InvitationRepository extends CrudRepository<InvitationRow, String> {

    /** 1 for the one who comes first, 0 for everybody after. */
    @Query("""
        update staff_invitation set used_at = :now
        where token_hash = :tokenHash and used_at is null and expires_at > :now
        """)
    int use(String tokenHash, Instant now);

    long deleteByExpiresAtBefore(Instant now);
}
