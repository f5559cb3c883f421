package tsunagu.atlas;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tsunagu.areas.Fact;
import tsunagu.areas.Municipality;
import tsunagu.areas.Place;
import tsunagu.atlas.map.MapImage;
import tsunagu.atlas.map.MapPicture;
import tsunagu.atlas.page.AreaPage;
import tsunagu.staff.StaffPages;

/** The map of areas, for everybody: as a page where a place can be pointed at, as SVG, and as PNG. */
@Controller("/areas")
@Produces(StaffPages.HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class MapController {
    private static final String SVG = "image/svg+xml";
    private static final String FOR_A_MINUTE = "public, max-age=60";

    private final Maps maps;

    MapController(Maps maps) {
        this.maps = maps;
    }

    /** {@code nishitokyo}, or with {@code .svg} or {@code .png}. */
    @Get(
            value = "/{name}",
            produces = {StaffPages.HTML, SVG, MediaType.IMAGE_PNG})
    HttpResponse<byte[]> map(String name) {
        if (name.endsWith(".svg")) {
            return picture(
                    name,
                    ".svg",
                    SVG,
                    Optional.of(name)
                            .flatMap(one -> maps.findPicture(one.substring(0, one.length() - 4)))
                            .map(picture -> bytes(maps.render("atlas/map", Map.of("picture", picture)))));
        }
        if (name.endsWith(".png")) {
            return picture(
                    name,
                    ".png",
                    MediaType.IMAGE_PNG,
                    maps.findImage(name.substring(0, name.length() - 4)).map(MapImage::png));
        }
        return page(name, Optional.empty(), FOR_A_MINUTE);
    }

    private static HttpResponse<byte[]> picture(String name, String suffix, String type, Optional<byte[]> bytes) {
        return bytes.<HttpResponse<byte[]>>map(found -> HttpResponse.ok(found)
                        .contentType(MediaType.of(type))
                        .header(HttpHeaders.CACHE_CONTROL, FOR_A_MINUTE))
                .orElseGet(HttpResponse::notFound);
    }

    /** What lies where somebody has pointed; the place itself is kept nowhere, and stands in no address. */
    @Post("/{name}/at")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<byte[]> at(String name, @Body Map<String, String> sent) {
        Optional<AreaPage.Pin> pin = degrees(sent.get("latitude"))
                .flatMap(latitude -> degrees(sent.get("longitude"))
                        .map(longitude -> new AreaPage.Pin(latitude, longitude, Optional.empty())));
        return page(name, pin, "no-store");
    }

    private static Optional<Double> degrees(String text) {
        return Optional.ofNullable(text)
                .filter(one -> one.matches("-?[0-9]{1,3}(\\.[0-9]{1,20})?"))
                .map(Double::valueOf);
    }

    private HttpResponse<byte[]> page(String name, Optional<AreaPage.Pin> pin, String caching) {
        Optional<Municipality> found = maps.findMunicipality(name);
        if (found.isEmpty()) return HttpResponse.notFound();
        Municipality municipality = found.get();
        Optional<AreaPage.Pin> placed = pin.map(one -> {
            Optional<Fact<Place>> place = maps.findPlace(municipality, one.latitude(), one.longitude());
            return new AreaPage.Pin(one.latitude(), one.longitude(), place);
        });
        Optional<MapPicture> picture = maps.findPicture(name);
        Map<String, Object> model = new HashMap<>(Map.of("page", AreaPage.of(municipality, picture, placed)));
        return HttpResponse.ok(bytes(maps.render("atlas/page", model)))
                .contentType(StaffPages.HTML)
                .header(HttpHeaders.CACHE_CONTROL, caching);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
