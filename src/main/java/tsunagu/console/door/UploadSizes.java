package tsunagu.console.door;

import io.micronaut.context.annotation.Value;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.core.convert.format.ReadableBytes;
import io.micronaut.http.body.stream.BodySizeLimits;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.micronaut.http.server.netty.handler.PipeliningServerHandler;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;

/**
 * Lets the forms by which staff send files, and residents pictures, send more than others. The server knows one limit
 * for all requests, so it is told another for each request before it reads the body.
 */
@Singleton
final class UploadSizes implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {
    private static final Pattern UPLOADS = Pattern.compile(
            "/console/(?:documents/(?:new|[0-9]{1,18}/file)|(?:areas|events|faq|groups)/files)(?:\\?.*)?");

    /** Where residents send a picture. */
    private static final Pattern PICTURES = Pattern.compile("/submit(?:/[A-Za-z0-9_-]{32}/picture)?(?:\\?.*)?");

    private final BodySizeLimits usual;
    private final BodySizeLimits uploads;
    private final BodySizeLimits pictures;

    UploadSizes(
            @Value("${tsunagu.largest-request}") @ReadableBytes long usual,
            @Value("${tsunagu.largest-upload}") @ReadableBytes long largest,
            @Value("${tsunagu.largest-picture}") @ReadableBytes long picture) {
        this.usual = new BodySizeLimits(usual, usual);
        uploads = new BodySizeLimits(largest, largest);
        pictures = new BodySizeLimits(picture, picture);
    }

    @Override
    public NettyServerCustomizer.Registry onCreated(BeanCreatedEvent<NettyServerCustomizer.Registry> event) {
        event.getBean().register(new OfServer());
        return event.getBean();
    }

    private final class OfServer implements NettyServerCustomizer {
        @Override
        public NettyServerCustomizer specializeForChannel(Channel channel, ChannelRole role) {
            return new OfConnection(channel);
        }
    }

    private final class OfConnection implements NettyServerCustomizer {
        private final Channel channel;

        OfConnection(Channel channel) {
            this.channel = channel;
        }

        /** The listener's makes each connection's. */
        @Override
        public NettyServerCustomizer specializeForChannel(Channel each, ChannelRole role) {
            return new OfConnection(each);
        }

        @Override
        public void onStreamPipelineBuilt() {
            ChannelHandlerContext server = channel.pipeline().context(PipeliningServerHandler.class);
            if (server == null) return;
            var handler = (PipeliningServerHandler) server.handler();
            channel.pipeline().addBefore(server.name(), "tsunagu-upload-sizes", new BeforeEachRequest(handler));
        }
    }

    private final class BeforeEachRequest extends ChannelInboundHandlerAdapter {
        private final PipeliningServerHandler server;

        BeforeEachRequest(PipeliningServerHandler server) {
            this.server = server;
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            if (message instanceof HttpRequest request) {
                server.setBodySizeLimits(request.method().equals(HttpMethod.POST) ? limits(request.uri()) : usual);
            }
            context.fireChannelRead(message);
        }

        private BodySizeLimits limits(String uri) {
            if (UPLOADS.matcher(uri).matches()) return uploads;
            return PICTURES.matcher(uri).matches() ? pictures : usual;
        }
    }
}
