// Serves the site. With a folder as its argument it writes the site into it instead: the build does that.
package main

import (
	_ "embed"
	"html/template"
	"log"
	"net/http"
	"os"
	"path/filepath"

	"example.com/shop/library"
)

//go:embed page.html
var page string

func main() {
	if len(os.Args) > 1 {
		write(os.Args[1])
		return
	}
	routes := http.NewServeMux()
	routes.Handle("GET /", http.FileServer(http.Dir("/site")))
	library.Serve(routes)
}

func write(folder string) {
	file, err := os.Create(filepath.Join(folder, "index.html"))
	if err != nil {
		log.Fatal(err)
	}
	defer file.Close()
	functions := template.FuncMap{"euros": library.Euros}
	if err := template.Must(template.New("page").Funcs(functions).Parse(page)).Execute(file, library.Catalogue); err != nil {
		log.Fatal(err)
	}
}
