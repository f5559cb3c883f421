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
 * Lets the forms by which staff send files send more than others. The server knows one limit for all requests, so it is
 * told another for each request before it reads the body.
 */
@Singleton
final class UploadSizes implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {
    private static final Pattern UPLOADS = Pattern.compile(
            "/console/(?:documents/(?:new|[0-9]{1,18}/file)|(?:areas|events|faq|groups)/files)(?:\\?.*)?");

    private final BodySizeLimits usual;
    private final BodySizeLimits uploads;

    UploadSizes(
            @Value("${tsunagu.largest-request}") @ReadableBytes long usual,
            @Value("${tsunagu.largest-upload}") @ReadableBytes long largest) {
        this.usual = new BodySizeLimits(usual, usual);
        uploads = new BodySizeLimits(largest, largest);
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
                boolean upload = request.method().equals(HttpMethod.POST)
                        && UPLOADS.matcher(request.uri()).matches();
                server.setBodySizeLimits(upload ? uploads : usual);
            }
            context.fireChannelRead(message);
        }
    }
}
