import { render } from 'preact';
import type { ReportData } from '../cli/reportData.js';
import { Page } from './page.js';

const page = document.getElementById('report');
const data = JSON.parse(document.getElementById('data')?.textContent ?? '') as ReportData;
if (page) {
  page.replaceChildren();
  render(<Page data={data} />, page);
}
