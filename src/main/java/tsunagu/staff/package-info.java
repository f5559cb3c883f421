/**
 * Who works behind {@code /console}: accounts, roles, signing in, and the trail of what was done. Every room with staff
 * screens builds on it.
 *
 * <p>A screen is a controller that says for whom it is, names {@link tsunagu.staff.Member} and
 * {@link tsunagu.staff.Shell} as parameters, and answers through {@link tsunagu.staff.StaffPages}:
 *
 * <pre>{@code
 * @Controller("/console/faq")
 * @ExecuteOn(TaskExecutors.BLOCKING)
 * final class FaqController {
 *     @Get
 *     @AtLeast(Role.VIEWER)
 *     HttpResponse<String> list(Member member, Shell shell) {
 *         return pages.show("faq/list", shell, Map.of("entries", entries.listFor(member.municipality())));
 *     }
 *
 *     @Post("/{id}/publish")
 *     @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
 *     @AtLeast(Role.APPROVER)
 *     HttpResponse<String> publish(Member member, Shell shell, UUID id) {
 *         FaqEntry entry = entries.findEntry(id).filter(one -> member.worksFor(one.municipality())).orElseThrow(…);
 *         …
 *         trail.record(member, Optional.of(entry.municipality()), "よくある質問を公開", entry.question(), "");
 *         return pages.moveOn(shell, "/console/faq/" + id, "公開しました。");
 *     }
 * }
 * }</pre>
 *
 * <p>What belongs to another municipality is answered as if it did not exist: return {@code HttpResponse.notFound()}.
 * A page without {@link tsunagu.staff.AtLeast} is closed to everybody. Every form needs
 * {@code @template.console.token(shell = shell)}, or it is refused; what htmx sends from inside the layout carries the
 * token by itself. A room's link in the head is a bean, {@link tsunagu.staff.MenuEntry}. Its template begins:
 *
 * <pre>{@code
 * @import tsunagu.staff.Shell
 * @param Shell shell
 * @template.console.layout(shell = shell, title = "よくある質問", content = @`
 *     <form method="post" action="/console/faq/new">
 *         @template.console.token(shell = shell)
 *         …
 *     </form>
 * `)
 * }</pre>
 *
 * <p>May import: keeping, limits, secret, text, and its own children.
 */
package tsunagu.staff;
