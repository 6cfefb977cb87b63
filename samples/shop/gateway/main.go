// The shop's front door: hands requests below /api to the API, and answers the others with the site.
package main

import (
	"log"
	"net/http"
	"net/http/httputil"
	"net/url"
	"os"

	"example.com/shop/library"
)

func main() {
	api, err := url.Parse(os.Getenv("SHOP_API"))
	if err != nil {
		log.Fatal(err)
	}
	routes := http.NewServeMux()
	routes.Handle("/api/", http.StripPrefix("/api", httputil.NewSingleHostReverseProxy(api)))
	routes.HandleFunc("GET /openapi.json", func(w http.ResponseWriter, r *http.Request) {
		http.ServeFile(w, r, "/openapi.json")
	})
	routes.Handle("/", http.FileServer(http.Dir("/site")))
	library.Serve(routes)
}
