package library

import (
	"log"
	"net/http"
	"os"
)

// Serve answers requests, and /health beside them, at the port that SHOP_PORT names.
func Serve(routes *http.ServeMux) {
	routes.HandleFunc("GET /health", func(w http.ResponseWriter, _ *http.Request) {
		w.WriteHeader(http.StatusNoContent)
	})
	log.Fatal(http.ListenAndServe(":"+os.Getenv("SHOP_PORT"), routes))
}
