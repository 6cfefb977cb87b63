// Asks the service in this container whether it is well; an orchestrator runs it.
package main

import (
	"net/http"
	"os"
)

func main() {
	answer, err := http.Get("http://127.0.0.1:" + os.Getenv("SHOP_PORT") + "/health")
	if err != nil || answer.StatusCode != http.StatusNoContent {
		os.Exit(1)
	}
}
