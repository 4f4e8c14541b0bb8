// Publications: from the upload to us until TikTok shows the post. Must never send a post twice.
export { ContentModule } from './content.module.js';
export { PublicationNews } from './publishing/publication-news.js';
