package tsunagu.desk;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;

/** A file that staff take away. */
public final class Download {
    /** The media type of a table as CSV. */
    public static final String CSV = "text/csv;charset=utf-8";

    /** The media type of a table for spreadsheets. */
    public static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private Download() {}

    /** Kept by nobody on the way. */
    public static HttpResponse<byte[]> of(byte[] file, String name, String type) {
        return HttpResponse.ok(file)
                .contentType(MediaType.of(type))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
    }
}
