export const dynamic = "force-dynamic";

export default function Page() {
  return <p>Hello from Next.js at {process.version}</p>;
}
