package tsunagu.groups.stint;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.time.Instant;
import java.util.List;

/** A change names the revision it was made upon, and changes no row on any other. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface StintRepository extends CrudRepository<StintRow, Long> {

    /** Those to come first, the soonest first; then past ones. Empty municipality for all. */
    @Query("""
        select * from group_stint where (:municipality = '' or municipality = :municipality)
        order by case when starts_at > :now then 0 else 1 end, starts_at, id limit 200
        """)
    List<StintRow> list(String municipality, Instant now);

    @Query("""
        select * from group_stint where municipality = :municipality and state = 'published' and starts_at > :now
        order by starts_at, id
        """)
    List<StintRow> listToCome(String municipality, Instant now);

    @Query("""
        update group_stint set group_entry = :groupEntry, title = :title, notes = :notes, area = :area,
            starts_at = :startsAt, minutes = :minutes, place = :place, needed = :needed, state = :state,
            revision = revision + 1, edited_name = :editedName, edited_at = :editedAt
        where id = :id and revision = :revision
        """)
    int change(
            long id,
            long revision,
            @Nullable Long groupEntry,
            String title,
            String notes,
            String area,
            Instant startsAt,
            int minutes,
            String place,
            int needed,
            String state,
            String editedName,
            Instant editedAt);
}
