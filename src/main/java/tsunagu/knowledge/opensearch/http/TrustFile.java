package tsunagu.knowledge.opensearch.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** The certificates an operator trusts to vouch for the cluster's: a file as the cluster's own tools write it. */
final class TrustFile {
    private TrustFile() {}

    /**
     * @param file PEM, one certificate or several; empty for what Java trusts
     * @throws IllegalArgumentException with a Japanese sentence, where it cannot be read
     */
    static SSLContext read(String file) {
        try {
            if (file.isBlank()) return SSLContext.getDefault();
            var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(store(Path.of(file)));
            var context = SSLContext.getInstance("TLS");
            context.init(null, factory.getTrustManagers(), null);
            return context;
        } catch (CertificateException e) {
            throw OpenSearchSettings.wrong("trust", "にある " + file + " は証明書のファイル（PEM）ではありません。", e);
        } catch (GeneralSecurityException | IOException e) {
            throw OpenSearchSettings.wrong("trust", "にある " + file + " を読めません。証明書のファイル（PEM）のパスを書いてください。", e);
        }
    }

    private static KeyStore store(Path file) throws GeneralSecurityException, IOException {
        Collection<? extends Certificate> certificates;
        try (InputStream in = Files.newInputStream(file)) {
            certificates = CertificateFactory.getInstance("X.509").generateCertificates(in);
        }
        if (certificates.isEmpty()) throw new CertificateException("no certificate");
        var store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        int number = 0;
        for (Certificate each : certificates) store.setCertificateEntry("trusted-" + number++, each);
        return store;
    }
}
