package tsunagu.groups.file;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tsunagu.groups.entry.Content;
import tsunagu.groups.entry.Group;
import tsunagu.groups.entry.State;

/**
 * What residents are told, as Open Referral's HSDS 3.0: a page of services, each with its organization, place and
 * contacts nested. Contacts that may not be told are left out.
 */
public final class Hsds {
    private Hsds() {}

    /** @param municipality by name: 「西東京市」 */
    public static Map<String, Object> page(List<Group> groups, String municipality) {
        List<Map<String, Object>> services = groups.stream()
                .filter(group -> group.state() == State.PUBLISHED)
                .map(group -> service(group, municipality))
                .toList();
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("total_items", services.size());
        page.put("total_pages", 1);
        page.put("page_number", 1);
        page.put("size", services.size());
        page.put("first_page", true);
        page.put("last_page", true);
        page.put("empty", services.isEmpty());
        page.put("contents", services);
        return page;
    }

    private static Map<String, Object> service(Group group, String municipality) {
        Content content = group.content();
        Map<String, Object> service = thing("service", group);
        service.put("name", content.name());
        put(service, "alternate_name", content.reading());
        put(service, "description", content.what());
        put(service, "url", content.homepage());
        content.contact().mail().told().ifPresent(mail -> service.put("email", mail));
        service.put("status", "active");
        put(service, "application_process", content.joining());
        put(service, "fees_description", content.fee());
        put(service, "eligibility_description", content.forWhom());
        content.confirmedOn().ifPresent(day -> service.put("assured_date", day.toString()));
        service.put("last_modified", group.editedAt().toString());
        service.put("organization", organization(group));
        service.put("phones", phones(group));
        service.put("contacts", contacts(group));
        service.put("schedules", described("schedule", group, content.when()));
        service.put("service_areas", areas(group, municipality));
        service.put("service_at_locations", places(group, municipality));
        service.put("attributes", attributes(group));
        return service;
    }

    private static Map<String, Object> organization(Group group) {
        Map<String, Object> organization = thing("organization", group);
        organization.put("name", group.content().name());
        organization.put(
                "description",
                group.content().what().isEmpty()
                        ? group.content().kind().label()
                        : group.content().what());
        put(organization, "website", group.content().homepage());
        return organization;
    }

    private static List<Map<String, Object>> phones(Group group) {
        return group.content().contact().telephone().told().stream()
                .map(number -> {
                    Map<String, Object> phone = thing("phone", group);
                    phone.put("number", number);
                    phone.put("type", "voice");
                    return phone;
                })
                .toList();
    }

    private static List<Map<String, Object>> contacts(Group group) {
        return group.content().contact().name().told().stream()
                .map(name -> {
                    Map<String, Object> contact = thing("contact", group);
                    contact.put("name", name);
                    group.content().contact().mail().told().ifPresent(mail -> contact.put("email", mail));
                    return contact;
                })
                .toList();
    }

    private static List<Map<String, Object>> described(String type, Group group, String description) {
        if (description.isEmpty()) return List.of();
        Map<String, Object> thing = thing(type, group);
        thing.put("description", description);
        return List.of(thing);
    }

    private static List<Map<String, Object>> areas(Group group, String municipality) {
        List<String> ids = group.content().areas().isEmpty()
                ? List.of(municipality)
                : group.content().areas();
        var areas = new ArrayList<Map<String, Object>>();
        for (String id : ids) {
            Map<String, Object> area = new LinkedHashMap<>();
            area.put("id", uuid("service_area " + group.id() + " " + id));
            area.put("name", id);
            areas.add(area);
        }
        return areas;
    }

    private static List<Map<String, Object>> places(Group group, String municipality) {
        Content.Venue venue = group.content().venue();
        if (venue.name().isEmpty() && venue.address().isEmpty()) return List.of();
        Map<String, Object> location = thing("location", group);
        location.put("location_type", "physical");
        put(location, "name", venue.name());
        venue.point().ifPresent(point -> {
            location.put("latitude", point.latitude());
            location.put("longitude", point.longitude());
        });
        if (!venue.address().isEmpty()) {
            Map<String, Object> address = thing("address", group);
            address.put("address_1", venue.address());
            address.put("city", municipality);
            address.put("state_province", "");
            address.put("postal_code", "");
            address.put("country", "JP");
            address.put("address_type", "physical");
            location.put("addresses", List.of(address));
        }
        Map<String, Object> at = thing("service_at_location", group);
        at.put("location", location);
        return List.of(at);
    }

    private static List<Map<String, Object>> attributes(Group group) {
        Map<String, Object> term = new LinkedHashMap<>();
        term.put("id", uuid("taxonomy_term " + group.content().kind().key()));
        term.put("code", group.content().kind().key());
        term.put("name", group.content().kind().label());
        term.put("description", group.content().kind().label());
        Map<String, Object> attribute = thing("attribute", group);
        attribute.put("link_entity", "service");
        attribute.put("taxonomy_term", term);
        return List.of(attribute);
    }

    private static Map<String, Object> thing(String type, Group group) {
        Map<String, Object> thing = new LinkedHashMap<>();
        thing.put("id", uuid(type + " " + group.municipality() + " " + group.exportId()));
        return thing;
    }

    /** The same thing has the same id in every export. */
    private static String uuid(String of) {
        return UUID.nameUUIDFromBytes(of.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static void put(Map<String, Object> thing, String key, String value) {
        if (!value.isEmpty()) thing.put(key, value);
    }
}
