import net from 'node:net'

const commit = Buffer.from('COMMIT\0')

/** Stands between an API and its PostgreSQL and can lose the answer to a COMMIT: the commit happens, and whoever asked for it never hears so. */
export class DatabaseProxy {
  /** How many answers were lost. */
  cuts = 0
  private armed = false
  private readonly sockets = new Set<net.Socket>()
  private readonly server: net.Server

  private constructor(private readonly database: URL) {
    this.server = net.createServer((client) => this.pass(client))
  }

  static async start(databaseUrl: string): Promise<DatabaseProxy> {
    const proxy = new DatabaseProxy(new URL(databaseUrl))
    await new Promise<void>((resolve) => void proxy.server.listen(0, '127.0.0.1', resolve))
    return proxy
  }

  get url(): string {
    const through = new URL(this.database)
    through.port = String((this.server.address() as net.AddressInfo).port)
    return through.href
  }

  /** The next COMMIT reaches the database; its answer does not come back, and the connection is gone. */
  loseNextCommit(): void {
    this.armed = true
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy()
    await new Promise((resolve) => void this.server.close(resolve))
  }

  private pass(client: net.Socket): void {
    const upstream = net.connect(Number(this.database.port), this.database.hostname)
    let losing = false
    client.on('data', (sent) => {
      if (this.armed && sent.includes(commit)) {
        this.armed = false
        losing = true
      }
      upstream.write(sent)
    })
    upstream.on('data', (answer) => {
      if (!losing) return void client.write(answer)
      this.cuts++
      client.destroy()
    })
    for (const [socket, other] of [[client, upstream], [upstream, client]] as const) {
      this.sockets.add(socket)
      socket.on('error', () => {})
      socket.once('close', () => {
        this.sockets.delete(socket)
        other.destroy()
      })
    }
  }
}
