// Builds the three images with buildah, where no container engine runs.
import { makeBase } from './base-images.mjs';
import { run } from './shell.mjs';

export const IMAGES = ['engine', 'bff', 'web'];
export const nameOf = (image) => `localhost/ceex-${image}:local`;

/** What the Dockerfiles build on, and of what it is made here. */
const BASES = {
  'docker.io/library/node:24-bookworm-slim': 'node',
  'docker.io/nginxinc/nginx-unprivileged:1.28-alpine-slim': 'nginx',
};

/** `buildah` with a storage of its own in `directory`. */
export function buildahIn(directory) {
  const storage = ['--root', `${directory}/storage`, '--runroot', `${directory}/run`];
  return (args, options) => run('buildah', [...storage, ...args], options);
}

/** Makes the base images that are not in the storage yet. */
export async function provideBases(buildah) {
  for (const [name, kind] of Object.entries(BASES)) {
    const there = await buildah(['images', '--quiet', name]).catch(() => '');
    if (there.trim() === '') await makeBase(buildah, kind, name);
  }
}

/**
 * Builds one image from `context`. The layers are kept: the three Dockerfiles begin alike, and the packages are
 * installed once.
 */
export async function buildImage(buildah, image, context, { commit, onLine }) {
  await buildah(
    [
      'build',
      ...['--isolation', 'chroot', '--network', 'host', '--pull-never', '--layers', '--format', 'docker'],
      ...['--build-arg', `COMMIT=${commit}`, '--file', `${context}/docker/${image}/Dockerfile`],
      ...['--tag', nameOf(image), context],
    ],
    { onLine },
  );
}

/** What an image says about itself: user, command, health check, … */
export async function inspect(buildah, name) {
  const { OCIv1, Docker } = JSON.parse(await buildah(['inspect', '--type', 'image', name]));
  return { ...OCIv1.config, Healthcheck: Docker.config.Healthcheck };
}
