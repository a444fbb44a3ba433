export const env = { UPLOAD_PASSWORD: process.env.UPLOAD_PASSWORD ?? '' };
