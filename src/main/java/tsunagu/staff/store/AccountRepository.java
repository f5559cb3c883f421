package tsunagu.staff.store;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Accounts of staff. */
@JdbcRepository(dialect = Dialect.POSTGRES)
public interface AccountRepository extends CrudRepository<AccountRow, UUID> {

    Optional<AccountRow> findByLoginKey(String loginKey);

    List<AccountRow> listOrderByLoginKey();

    List<AccountRow> listByMunicipalityOrderByLoginKey(String municipality);

    /** How many could mend whatever else is wrong. */
    @Query("""
        select count(*) from staff_account
        where active = true and role = 'administrator' and municipality is null
        """)
    long countAdministratorsOfAll();

    /** 0 where somebody else has the login, also since a moment ago. */
    @Query("""
        insert into staff_account
            (id, login, login_key, name, role, municipality, password_hash, active, created_at)
        values (:id, :login, :loginKey, :name, :role, :municipality, :passwordHash, true, :createdAt)
        on conflict do nothing
        """)
    int insertWhereFree(
            UUID id,
            String login,
            String loginKey,
            String name,
            String role,
            @Nullable String municipality,
            @Nullable String passwordHash,
            Instant createdAt);

    @Query("update staff_account set last_sign_in_at = :at where id = :id")
    void signedIn(UUID id, Instant at);

    @Query("update staff_account set password_hash = :hash where id = :id")
    void changePassword(UUID id, String hash);
}
