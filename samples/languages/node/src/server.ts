import { createServer } from 'node:http';
import ms from 'ms';

const started: number = Date.now();

createServer((_, response) => {
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify({ language: 'Node.js', up: ms(Date.now() - started) }));
}).listen(8080, () => console.log('listening on 8080'));
