package tsunagu.line.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** One address for several copies: each connection goes to the next copy that takes it. */
final class Balancer implements AutoCloseable {
    private static final int BACKLOG = 100;
    private final List<URI> copies;
    private final ServerSocket server;
    private final AtomicInteger next = new AtomicInteger();

    private Balancer(List<URI> copies, ServerSocket server) {
        this.copies = copies;
        this.server = server;
    }

    static Balancer before(List<URI> copies) {
        try {
            var balancer = new Balancer(copies, new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress()));
            Thread.ofVirtual().start(balancer::accept);
            return balancer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI address() {
        return URI.create("http://localhost:" + server.getLocalPort());
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket from = server.accept();
                Thread.ofVirtual().start(() -> serve(from));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket from) {
        try (from) {
            Optional<Socket> found = connect();
            if (found.isEmpty()) return;
            try (Socket to = found.get()) {
                Thread back = Thread.ofVirtual().start(() -> pass(to, from));
                pass(from, to);
                back.join();
            }
        } catch (IOException e) {
            // Either end has gone; the other notices.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Optional<Socket> connect() {
        for (int i = 0; i < copies.size(); i++) {
            URI copy = copies.get(Math.floorMod(next.getAndIncrement(), copies.size()));
            try {
                return Optional.of(new Socket(copy.getHost(), copy.getPort()));
            } catch (IOException down) {
                // The next one may be up.
            }
        }
        return Optional.empty();
    }

    /** Until one end closes; then both are closed, as a half of a killed copy is of no use. */
    private static void pass(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // Closed from the other side.
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
