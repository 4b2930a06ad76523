package nl.samenopleiden.embedded;

import de.bwaldvogel.mongo.wire.MongoDatabaseHandler;
import de.bwaldvogel.mongo.wire.MongoExceptionHandler;
import de.bwaldvogel.mongo.wire.MongoWireMessageEncoder;
import de.bwaldvogel.mongo.wire.MongoWireProtocolHandler;
import de.bwaldvogel.mongo.wire.MongoWireReplyEncoder;
import de.bwaldvogel.mongo.wire.message.ClientRequest;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The library's protocol handlers in a pipeline of our own, because its server blocks a thread for
 * as long as a reply waits, and encodes replies while others change the documents in them. Here
 * messages take turns: one is handled, and its reply encoded, at a time. The bytes then wait for
 * the commit while the next one has its turn.
 */
final class DocumentServer implements AutoCloseable {

  private static final int THREADS = Math.clamp(Runtime.getRuntime().availableProcessors(), 2, 8);

  private final ReentrantLock turn = new ReentrantLock();
  private final DocumentFile file;
  private final DocumentBackend backend;
  private final GroupCommit commits;
  private final EventLoopGroup threads =
      new MultiThreadIoEventLoopGroup(
          THREADS, new DefaultThreadFactory("database", true), NioIoHandler.newFactory());
  private final ChannelGroup clients = new DefaultChannelGroup(threads.next(), true);
  private final Channel listening;
  private volatile Runnable onFailure = () -> {};

  DocumentServer(DocumentFile file, int port) {
    this.file = file;
    this.commits = new GroupCommit(file, this::fail);
    this.backend = new DocumentBackend(file);
    try {
      this.listening =
          new ServerBootstrap()
              .group(threads)
              .channel(NioServerSocketChannel.class)
              .option(ChannelOption.SO_BACKLOG, 1024)
              .option(ChannelOption.SO_REUSEADDR, true)
              .childOption(ChannelOption.TCP_NODELAY, true)
              .childHandler(
                  new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                      channel
                          .pipeline()
                          .addLast(new HeldReplies())
                          .addLast(new MongoWireReplyEncoder())
                          .addLast(new MongoWireMessageEncoder())
                          .addLast(new MongoWireProtocolHandler())
                          .addLast(new Turns())
                          .addLast(new MongoExceptionHandler());
                    }
                  })
              .bind(new InetSocketAddress("127.0.0.1", port))
              .syncUninterruptibly()
              .channel();
    } catch (RuntimeException failed) {
      threads.shutdownGracefully(0, 1, TimeUnit.SECONDS);
      throw failed;
    } catch (Exception failed) {
      // Netty throws a BindException without declaring it.
      threads.shutdownGracefully(0, 1, TimeUnit.SECONDS);
      throw new IllegalStateException(
          "Port " + port + " on 127.0.0.1 cannot be used: " + failed.getMessage(), failed);
    }
    commits.start();
  }

  int port() {
    return ((InetSocketAddress) listening.localAddress()).getPort();
  }

  void onFailure(Runnable action) {
    onFailure = action;
  }

  /** Nobody may go on waiting for a reply that must not be given. */
  private void fail() {
    listening.close();
    clients.close();
    onFailure.run();
  }

  @Override
  public void close() {
    listening.close().syncUninterruptibly();
    clients.close().syncUninterruptibly();
    threads.shutdownGracefully(0, 5, TimeUnit.SECONDS).syncUninterruptibly();
    commits.close();
    backend.close();
    file.close();
  }

  /** Handles a message, and encodes its reply, in one turn. */
  private final class Turns extends MongoDatabaseHandler {

    Turns() {
      super(backend, clients);
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, ClientRequest request) {
      turn.lock();
      try {
        super.channelRead0(context, request);
      } finally {
        turn.unlock();
      }
    }
  }

  /** Keeps an encoded reply back until what it tells is in the file. */
  private final class HeldReplies extends ChannelOutboundHandlerAdapter {

    @Override
    public void write(ChannelHandlerContext context, Object reply, ChannelPromise promise) {
      commits.whenCommitted(() -> context.writeAndFlush(reply, promise));
    }
  }
}
