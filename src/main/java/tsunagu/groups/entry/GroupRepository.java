package tsunagu.groups.entry;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** A change names the revision it was made upon, and changes no row on any other. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface GroupRepository extends CrudRepository<GroupRow, Long> {

    List<GroupRow> findByMunicipalityOrderById(String municipality);

    List<GroupRow> findByStateOrderById(String state);

    long countByMunicipalityAndFileIdStartsWith(String municipality, String beginning);

    @Query("""
        update group_entry set state = :state, revision = revision + 1, kind = :kind, name = :name, folded = :folded,
            content = :content, confirmed_on = :confirmedOn, edited_name = :editedName, edited_at = :editedAt
        where id = :id and revision = :revision
        """)
    int change(
            long id,
            long revision,
            String state,
            String kind,
            String name,
            String folded,
            String content,
            @Nullable LocalDate confirmedOn,
            String editedName,
            Instant editedAt);

    /**
     * Those not confirmed since that day first; the others by name.
     *
     * @param municipality empty for all
     * @param state empty for all
     * @param one folded and escaped for {@code like}, {@code %} for anything
     */
    @Query("""
        select * from group_entry
        where (:municipality = '' or municipality = :municipality) and (:state = '' or state = :state)
            and (:kind = '' or kind = :kind)
            and folded like :one escape '!' and folded like :two escape '!'
        order by case when state = 'published' and (confirmed_on is null or confirmed_on < :freshSince)
            then 0 else 1 end, case when confirmed_on is null then 0 else 1 end,
            case when confirmed_on < :freshSince then confirmed_on end, name, id
        limit :limit offset :offset
        """)
    List<GroupRow> listPage(
            String municipality,
            String state,
            String kind,
            String one,
            String two,
            LocalDate freshSince,
            int limit,
            long offset);

    @Query("""
        select count(*) from group_entry
        where (:municipality = '' or municipality = :municipality) and (:state = '' or state = :state)
            and (:kind = '' or kind = :kind)
            and folded like :one escape '!' and folded like :two escape '!'
        """)
    long countListed(String municipality, String state, String kind, String one, String two);

    @Query("""
        select count(*) from group_entry where (:municipality = '' or municipality = :municipality)
            and state = 'published' and (confirmed_on is null or confirmed_on < :freshSince)
        """)
    long countStale(String municipality, LocalDate freshSince);

    @Query("update group_revision set number = number + 1 where id = 1")
    void grow();

    @Query("select number from group_revision where id = 1")
    long revision();
}
