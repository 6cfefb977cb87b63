// Tells what the shop sells, and what an order costs.
package main

import (
	"encoding/json"
	"net/http"

	"example.com/shop/library"
)

func main() {
	routes := http.NewServeMux()
	routes.HandleFunc("GET /products", func(w http.ResponseWriter, _ *http.Request) {
		json.NewEncoder(w).Encode(library.Catalogue)
	})
	routes.HandleFunc("POST /total", func(w http.ResponseWriter, r *http.Request) {
		var order []library.Line
		if err := json.NewDecoder(r.Body).Decode(&order); err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		total, err := library.Total(order)
		if err != nil {
			http.Error(w, err.Error(), http.StatusNotFound)
			return
		}
		json.NewEncoder(w).Encode(map[string]int{"total": total})
	})
	library.Serve(routes)
}
