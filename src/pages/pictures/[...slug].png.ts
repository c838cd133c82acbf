import type { APIRoute } from "astro";
import sharp from "sharp";
import { pictureUrl, publishedPages, siteName } from "../../layouts/site-pages.ts";
import { socialPicture } from "../../layouts/social-picture.ts";

/** For each page the picture that a link to it shows where it is shared. */
export async function getStaticPaths() {
  const pages = await publishedPages();
  return pages.map(({ url, title }) => ({
    params: { slug: pictureUrl(url).slice("/pictures/".length, -".png".length) },
    props: { title },
  }));
}

export const GET: APIRoute<{ title: string }> = async ({ props }) => {
  const svg = socialPicture(props.title, siteName).text;
  const png = await sharp(Buffer.from(svg)).png().toBuffer();
  return new Response(new Uint8Array(png), { headers: { "Content-Type": "image/png" } });
};
