package tsunagu.atlas.change;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * What a set holds; by its kind, one of the lists.
 *
 * @param decides whether the area of a point on the map may be told from the districts
 * @param bad rows of the file it came from that were left out
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Contents(
        List<Lies> lies,
        List<Town> towns,
        List<Post> posts,
        List<District> districts,
        boolean decides,
        List<BadRow> bad) {
    public Contents {
        lies = List.copyOf(lies);
        towns = List.copyOf(towns);
        posts = List.copyOf(posts);
        districts = List.copyOf(districts);
        bad = List.copyOf(bad);
    }

    static final Contents NONE = ofAreas(List.of());

    public static Contents ofAreas(List<Lies> lies) {
        return new Contents(lies, List.of(), List.of(), List.of(), false, List.of());
    }

    public static Contents ofTowns(List<Town> towns, List<BadRow> bad) {
        return new Contents(List.of(), towns, List.of(), List.of(), false, bad);
    }

    public static Contents ofPosts(List<Post> posts, List<BadRow> bad) {
        return new Contents(List.of(), List.of(), posts, List.of(), false, bad);
    }

    public static Contents ofDistricts(List<District> districts, boolean decides, List<BadRow> bad) {
        return new Contents(List.of(), List.of(), List.of(), districts, decides, bad);
    }

    /** Whether it says the same, whatever was left out. */
    public boolean saysTheSame(Contents other) {
        return lies.equals(other.lies)
                && towns.equals(other.towns)
                && posts.equals(other.posts)
                && districts.equals(other.districts)
                && decides == other.decides;
    }

    public int size() {
        return lies.size() + towns.size() + posts.size() + districts.size();
    }

    /**
     * Where a town or school lies.
     *
     * @param school otherwise a town, or a part of one
     * @param area id of an area, empty where it is not known
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Lies(boolean school, String name, String area) {}

    /**
     * A town, or a part of one, in the Address Base Registry.
     *
     * @param id the register's (町字ID)
     * @param chome 「三丁目」, empty for a whole town
     * @param reading of the town, in hiragana
     * @param roma of the town, may be empty
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Town(String id, String town, String chome, String reading, String roma) {}

    /**
     * A postcode and what it stands for.
     *
     * @param postcode {@code 188-0011}
     * @param towns none for 「以下に掲載がない場合」
     * @param part what of the town, in the words of the file; empty for all of it
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Post(String postcode, List<String> towns, String part) {
        public Post {
            towns = List.copyOf(towns);
        }
    }

    /**
     * A shape on the map.
     *
     * @param name in the file's words
     * @param kind area, school or town; empty where the name is none of ours
     * @param place the area's id, or the school's or town's name as we have it
     * @param polygons of rings, of points: {@code 139.54,35.72 139.55,35.72 …}
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record District(String name, String kind, String place, List<List<String>> polygons) {
        public District {
            polygons = List.copyOf(polygons);
        }
    }

    /**
     * A row or shape that was left out.
     *
     * @param line of the file, from 1; of a map the number of the shape
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record BadRow(long line, String reason) {}
}
