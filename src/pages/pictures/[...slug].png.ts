import type { APIRoute } from "astro";
import { settings } from "../../build/settings.ts";
import { drawPicture } from "../../layouts/draw-picture.ts";
import { pictureUrl, publishedPages } from "../../layouts/site-pages.ts";

/** For each page the picture that a link to it shows where it is shared; none where the site's address is not known. */
export async function getStaticPaths() {
  if (!import.meta.env.SITE) return [];
  const pages = await publishedPages();
  return pages.map(({ url, title }) => ({
    params: { slug: pictureUrl(url).slice("/pictures/".length, -".png".length) },
    props: { title },
  }));
}

export const GET: APIRoute<{ title: string }> = async ({ props }) =>
  new Response(await drawPicture(props.title, settings.title), { headers: { "Content-Type": "image/png" } });
