package tsunagu.faq;

import tsunagu.faq.entry.Faq;

/** Where the pages are. */
final class FaqPaths {
    static final String LIST = "/console/faq";

    private FaqPaths() {}

    static String of(Faq faq) {
        return LIST + "/" + faq.id();
    }
}
