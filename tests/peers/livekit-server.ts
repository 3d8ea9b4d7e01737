/** A real livekit-server on loopback, for the lifetime of a test file. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '@huizhen/platform/database/free-port';

export const key = { name: 'huizhen-test', secret: 'a-secret-of-thirty-two-characters-or-more' };

export async function startLivekit(binary: string, webhookUrl: string) {
  const directory = await mkdtemp(join(tmpdir(), 'huizhen-livekit-'));
  const config = join(directory, 'livekit.yaml');
  const [port, tcpPort, udpPort] = [await freePort(), await freePort(), await freePort()];
  await writeFile(
    config,
    // JSON is YAML too.
    JSON.stringify({
      port,
      bind_addresses: ['127.0.0.1'],
      keys: { [key.name]: key.secret },
      rtc: {
        tcp_port: tcpPort,
        udp_port: udpPort,
        node_ip: '127.0.0.1',
        use_external_ip: false,
        enable_loopback_candidate: true,
      },
      webhook: { api_key: key.name, urls: [webhookUrl] },
    }),
  );
  const server = spawn(binary, ['--config', config], { stdio: 'ignore' });
  await ready(`http://127.0.0.1:${port}/`);
  return {
    port,
    url: `ws://127.0.0.1:${port}`,
    async stop() {
      const gone = once(server, 'exit');
      server.kill('SIGKILL');
      await gone;
      await rm(directory, { recursive: true, force: true });
    },
  };
}

async function ready(url: string): Promise<void> {
  const end = Date.now() + 20_000;
  while (
    !(await fetch(url).then(
      ({ ok }) => ok,
      () => false,
    ))
  ) {
    if (Date.now() > end) throw new Error('livekit-server did not become ready.');
    await pause(50);
  }
}
